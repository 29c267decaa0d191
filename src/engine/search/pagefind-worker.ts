import { makeBundle } from './pagefind-bundle.ts';

export default makeBundle;
