import { type EditorField, string } from './field-parts.ts';

/** The recording of an article. */
export const audio: EditorField = {
  name: 'audio',
  label: 'صدا',
  widget: 'object',
  required: false,
  collapsed: true,
  fields: [
    string('src', 'پرونده', { widget: 'file', choose_url: false, hint: 'MP3، M4A یا Ogg' }),
    string('title', 'عنوان'),
    string('duration', 'مدت', { hint: 'مانند 12:40' }),
    string('transcript', 'متن گفته‌ها (‎.vtt، ‎.srt، ‎.txt)', { widget: 'file', choose_url: false }),
  ],
};

/** Live coverage. */
export const live: EditorField = {
  name: 'live',
  label: 'لحظه‌به‌لحظه',
  widget: 'object',
  required: false,
  collapsed: true,
  hint: 'هر خبرِ آن تیتری از سطح دوم است که با ساعت آغاز می‌شود: «14:30 باران آغاز شد».',
  fields: [string('from', 'آغاز', { widget: 'jalali' }), string('to', 'پایان', { widget: 'jalali' })],
};
