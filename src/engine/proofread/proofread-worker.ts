export { createProofreader as default } from './proofread-files.ts';
