// Where the editor begins.
import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const place = document.getElementById('editor');
if (place === null) throw new Error('The page has no place for the editor.');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
