/** A section of the newspaper (سرویس). */
export interface SectionConfig {
  /** The section's part of the URL, as in `/sections/<slug>/`. */
  slug: string;
  /** What readers see, and what writers put in `section:`. */
  name: string;
}

/** What a newsroom decides about its site. One value of this type lives in `src/config.ts`. */
export interface SiteConfig {
  /** Where the site is published, with its path if it has one: `https://example.org/news`. */
  url: string;
  /** The newspaper's name. */
  name: string;
  /** One sentence about the newspaper, for search engines and feeds. */
  description: string;
  /** The language of the command line's messages. */
  messages: 'fa' | 'en';
  /** Sections in the order of the menu. */
  sections: readonly SectionConfig[];
  /** Links in the footer: pages of `content/pages`, or any address. */
  footer: readonly { label: string; href: string }[];
  /** How many articles a list shows. */
  sizes: {
    /** On a numbered page of a tag, section, source, author or month. */
    page: number;
    /** In a feed. */
    feed: number;
    /** In «خبرهای مرتبط» of an article. */
    related: number;
    /** In «اخبار پیشنهادی». */
    picks: number;
    /** In «آخرین اخبار». */
    latest: number;
  };
  /** Host names whose pages may be linked as an article's `video.url`. */
  videoHosts: readonly string[];
  limits: {
    /** The largest markdown file that is read, in bytes. */
    fileBytes: number;
  };
}
