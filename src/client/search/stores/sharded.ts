import { startSearch } from '../search.ts';
import { openShardedWords } from './sharded-words.ts';

startSearch(openShardedWords);
