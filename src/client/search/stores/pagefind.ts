import { openPagefindWords } from './pagefind-words.ts';
import { startSearch } from '../search.ts';

startSearch(openPagefindWords);
