// What conditions may ask of a visit beyond its address and campaign. Conditions are decided on exactly what is sent, so
// that the worker decides alike; of a form that asks for none of this, the worker knows it well enough by itself.
import type { Part } from '../part.ts';

export const part: Part = (stage) => {
  stage.facts = (referrer) => ({
    page_path: location.pathname,
    referrer_host: /^[^:]+:\/\/(.+?)(:\d+)?\//.exec(referrer)?.[1] ?? '',
    language: navigator.language,
    // This browser holds a visitor's token.
    returning: stage.tokenKey in stage.storage,
    device: matchMedia('(pointer:fine)').matches ? 'desktop' : screen.width < 600 ? 'phone' : 'tablet',
  });
};
