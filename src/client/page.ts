// Scripts of every page, bundled as one file.
import './appearance.ts';
import './clock.ts';
import './masthead.ts';
import './prefetch.ts';
