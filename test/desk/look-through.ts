// After each test of the project that runs in Node: whatever Desks it has made hold what they must.
import { afterEach } from 'vitest';
import { madeDesks } from './made-desks.ts';

afterEach(() => madeDesks.lookThrough?.());
