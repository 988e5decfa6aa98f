// For tests of components: what does not come is told in the end. How soon it has to come is for those that say so, since
// one processor may be three times as slow as another, and busy besides.
import { configure } from '@testing-library/react';

configure({ asyncUtilTimeout: 15_000 });
