// The script behind one line in a website, `<script src="https://baton.example/f/demo.js">`, or behind a page of the form's
// own: either brings its form to life.
import { load } from './load.ts';
import { placing } from './placing.ts';
import { standing } from './standing.ts';

(placing ?? standing)?.();
// Whoever speaks to all forms of a page at once.
if ('Baton' in window) void load('api');
