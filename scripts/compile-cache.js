import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Loading the code takes a good part of a build with little to do. Threads inherit the variable.
const folder = join(import.meta.dirname, '../.cache/compiled');
process.env.NODE_COMPILE_CACHE = folder;
enableCompileCache(folder);
