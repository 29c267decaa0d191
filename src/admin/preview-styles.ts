// The styles of an article’s page, for the preview: only the style sheet that is bundled of them is used.
import '../fonts/fonts.css';
import 'virtual:rooznegar/palette.css';
import '../styles/site.css';
import '../styles/own.css';
import './preview.css';
