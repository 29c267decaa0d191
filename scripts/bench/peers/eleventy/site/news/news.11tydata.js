export default { layout: 'article.njk', permalink: ({ page }) => `/news/${page.fileSlug}/` };
