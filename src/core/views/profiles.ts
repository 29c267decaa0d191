/** A profile of the newspaper on another site. */
export interface ProfileLink {
  url: string;
  /** The site's name in Persian; its host if it is not a known one. */
  label: string;
  icon: ProfileIcon;
}

/** Icons of profiles; `globe` for all sites without one. */
export type ProfileIcon =
  | 'telegram'
  | 'eitaa'
  | 'bale'
  | 'whatsapp'
  | 'x'
  | 'instagram'
  | 'video'
  | 'facebook'
  | 'linkedin'
  | 'globe';

const known: readonly (readonly [host: RegExp, label: string, icon: ProfileIcon])[] = [
  [/^(?:t|telegram)\.me$/, 'تلگرام', 'telegram'],
  [/^eitaa\.(?:com|ir)$/, 'ایتا', 'eitaa'],
  [/^(?:ble\.ir|bale\.ai)$/, 'بله', 'bale'],
  [/^(?:whatsapp\.com|wa\.me)$/, 'واتس‌اپ', 'whatsapp'],
  [/^(?:x|twitter)\.com$/, 'ایکس', 'x'],
  [/^instagram\.com$/, 'اینستاگرام', 'instagram'],
  [/^(?:youtube\.com|youtu\.be)$/, 'یوتیوب', 'video'],
  [/^aparat\.com$/, 'آپارات', 'video'],
  [/^(?:facebook\.com|fb\.com)$/, 'فیس‌بوک', 'facebook'],
  [/^linkedin\.com$/, 'لینکدین', 'linkedin'],
  [/^rubika\.ir$/, 'روبیکا', 'globe'],
  [/^(?:splus\.ir|sapp\.ir)$/, 'سروش', 'globe'],
  [/^(?:igap\.net)$/, 'آی‌گپ', 'globe'],
  [/^virasty\.com$/, 'ویراستی', 'globe'],
  [/^threads\.(?:net|com)$/, 'تردز', 'globe'],
  [/^bsky\.app$/, 'بلواسکای', 'globe'],
  [/^github\.com$/, 'گیت‌هاب', 'globe'],
  [/^wikipedia\.org$/, 'ویکی‌پدیا', 'globe'],
];

/**
 * List the newspaper's profiles with their names and icons.
 *
 * @param profiles Absolute URLs.
 * @example profileLinks(['https://t.me/rooznegar'])[0].label // 'تلگرام'
 */
export function profileLinks(profiles: readonly string[]): ProfileLink[] {
  return profiles.map((url) => {
    const host = new URL(url).hostname.replace(/^(?:www|m|mobile|fa)\./, '');
    const [, label = host, icon = 'globe'] = known.find(([pattern]) => pattern.test(host)) ?? [];
    return { url, label, icon };
  });
}
