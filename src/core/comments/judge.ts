import { persianLetter } from '../text/persian.ts';
import { cleanName, cleanText, lengthOf } from './clean-text.ts';
import { commentId, commentLimits } from './comment.ts';
import { countLinks, createWordCheck, undisguise } from './fold.ts';
import { type CommentForm, isMail } from './form.ts';

/** Why a comment is refused, for the reader to correct. */
export type Refusal = 'empty' | 'long' | 'name' | 'mail' | 'links' | 'form';

/** A hint for editors, not a reason to refuse. `twin`: the same text was sent elsewhere. */
export type CommentMark = 'link' | 'word' | 'latin' | 'twin' | 'edited';

/** A comment as it is stored. */
export interface JudgedComment {
  /** Empty if the reader gave none. */
  name: string;
  text: string;
  /** Empty if there is none. */
  mail: string;
  /** The comment that it answers, if any. */
  re: string;
  marks: readonly CommentMark[];
  /** Equal for texts that differ in nothing but their disguise. */
  folded: string;
}

/** Rules for judging comments. */
export interface JudgeRules {
  /** Words that mark a comment. */
  words: readonly string[];
  /** Names that readers may not take: those of the newspaper and its editors. */
  names: readonly string[];
  /** Whether e-mail addresses are asked for; otherwise one is dropped. */
  mail: boolean;
}

/** Maximum number of web addresses in a comment. */
const mostLinks = 2;

/** Create the judge of comments: it cleans the fields of a form, or says why they can't be taken. It never throws. */
export function createJudge({
  words,
  names,
  mail: asksMail,
}: JudgeRules): (form: Pick<CommentForm, 'name' | 'mail' | 'text' | 're'>) => JudgedComment | Refusal {
  const hasWord = createWordCheck(words);
  const reserved = new Set([...names, ...staffNames].map((name) => undisguise(name).letters));
  return (form) => {
    const [name, text] = [cleanName(form.name), cleanText(form.text)];
    const [mail, re] = [asksMail ? form.mail.trim() : '', form.re];
    if (text === '') return 'empty';
    if (lengthOf(text) > commentLimits.text) return 'long';
    const signature = undisguise(name).letters;
    if (lengthOf(name) > commentLimits.name || (signature !== '' && reserved.has(signature))) return 'name';
    if (mail !== '' && !isMail(mail)) return 'mail';
    if (re !== '' && !commentId.test(re)) return 'form';
    const links = countLinks(`${name} ${text}`);
    if (links > mostLinks) return 'links';
    const folded = undisguise(text);
    const marks: CommentMark[] = [];
    if (links > 0) marks.push('link');
    if (hasWord(folded) || hasWord(undisguise(name))) marks.push('word');
    if (!persianLetter.test(text)) marks.push('latin');
    // A text without letters and digits is compared unchanged.
    return { name, text, mail, re, marks, folded: folded.letters === '' ? text : folded.letters };
  };
}

/** Names that sound like the newspaper’s own, in any newspaper. */
const staffNames = ['تحریریه', 'سردبیر', 'مدیر', 'مدیر سایت', 'مدیر مسئول', 'ادمین', 'پاسخ روزنگار', 'admin', 'editor'];
