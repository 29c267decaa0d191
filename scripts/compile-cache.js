import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Loading the code takes a good part of a build that has little to do. Threads read the variable.
const folder = join(import.meta.dirname, '../.cache/compiled');
process.env.NODE_COMPILE_CACHE = folder;
enableCompileCache(folder);
