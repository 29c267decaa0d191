/** A service for sharing an article. */
export interface ShareLink {
  /** Name of the service, and of its icon. */
  service: 'telegram' | 'whatsapp' | 'eitaa' | 'bale' | 'x' | 'mail';
  /** What the link does, in Persian. */
  label: string;
  /** Percent-encoded. */
  href: string;
}

/**
 * List the links for sharing an article. They are plain URLs of the services, so that none of their code runs or loads
 * on our pages: Telegram's sharing widget (core.telegram.org/widgets/share), which Eitaa and Bale follow; WhatsApp's
 * click to chat (faq.whatsapp.com/5913398998672934); the web intents of X; mailto (RFC 6068).
 *
 * @param url The article's canonical URL, absolute and percent-encoded.
 * @example shareLinks('https://example.org/news/x/', 'مترو')[0].href // 'https://t.me/share/url?url=https%3A%2F%2F…'
 */
export function shareLinks(url: string, title: string): ShareLink[] {
  const [address, text] = [encodeURIComponent(url), encodeURIComponent(title)];
  return [
    { service: 'telegram', label: 'فرستادن در تلگرام', href: `https://t.me/share/url?url=${address}&text=${text}` },
    { service: 'eitaa', label: 'فرستادن در ایتا', href: `https://eitaa.com/share/url?url=${address}&text=${text}` },
    { service: 'bale', label: 'فرستادن در بله', href: `https://ble.ir/share/url?url=${address}&text=${text}` },
    { service: 'whatsapp', label: 'فرستادن در واتس‌اپ', href: `https://wa.me/?text=${text}%0A${address}` },
    { service: 'x', label: 'فرستادن در ایکس', href: `https://x.com/intent/post?url=${address}&text=${text}` },
    { service: 'mail', label: 'فرستادن با ایمیل', href: `mailto:?subject=${text}&body=${text}%0D%0A${address}` },
  ];
}
