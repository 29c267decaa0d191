// The scripts of every page, as one file.
import './appearance.ts';
import './clock.ts';
import './prefetch.ts';
