// Scripts of an article's page, bundled as one file.
import './latest.ts';
import './reading-progress.ts';
import './share.ts';
import './table-of-contents.ts';
import './video.ts';
