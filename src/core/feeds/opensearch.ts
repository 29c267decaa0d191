import type { Site } from '../site/site.ts';
import { iconUrl } from '../brand/icons.ts';
import { escapeXml, xmlDeclaration, xmlElement } from './xml.ts';
import { truncateText } from '../text/persian.ts';

// OpenSearch 1.1 limits ShortName to 16 characters.
const shortName = 16;

/** Describe the site's search for browsers (OpenSearch 1.1). */
export function writeOpenSearch({ config, urls }: Pick<Site, 'config' | 'urls'>): string {
  const self = urls.absolute(urls.file('opensearch.xml'));
  const search = `${urls.absolute(urls.page('search'))}?q={searchTerms}`;
  const icon = iconUrl(config, urls);
  const children = [
    xmlElement('ShortName', {}, escapeXml(truncateText(config.name, shortName - 1))),
    xmlElement('Description', {}, escapeXml(`جست‌وجو در ${config.name}`)),
    xmlElement('InputEncoding', {}, 'UTF-8'),
    xmlElement('Language', {}, 'fa-IR'),
    xmlElement('Image', { width: 16, height: 16, type: icon.type }, escapeXml(urls.absolute(icon.url))),
    xmlElement('Url', { type: 'text/html', template: search }),
    xmlElement('Url', { type: 'application/opensearchdescription+xml', rel: 'self', template: self }),
  ];
  const xmlns = 'http://a9.com/-/spec/opensearch/1.1/';
  return `${xmlDeclaration}\n${xmlElement('OpenSearchDescription', { xmlns }, ...children.map((child) => `\n${child}`), '\n')}\n`;
}
