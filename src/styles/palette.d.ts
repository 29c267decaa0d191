/** The site's colours, from its configuration (engine/render/palette.ts). */
declare module 'virtual:rooznegar/palette.css';
