import type { MessageLanguage } from '../../src/core/problems/problem.ts';

interface UpgradeTexts {
  merged(release: string): string;
  merging(release: string): string;
  conflicts(release: string): string;
  afterConflicts: string;
  byHand(note: string): string;
  failed(command: string): string;
  compared(added: number, changed: number, removed: number): string;
  seeIt(folder: string): string;
  goBack(commit: string): string;
}

const fa = (number: number): string => number.toLocaleString('fa-IR');

/** Messages of `npm run upgrade`. */
export const upgradeTexts: Readonly<Record<MessageLanguage, UpgradeTexts>> = {
  en: {
    merged: (release) => `${release} is already part of this project. It is checked and built once more.`,
    merging: (release) => `${release} is merged. Your own places are as they were.`,
    conflicts: (release) => `${release} and you have changed the same lines of these files:`,
    afterConflicts: `Mend each file and mark it:  git add FILE
Then:  git commit --no-edit  and once more  npm run upgrade
Or go back:  git merge --abort`,
    byHand: (note) => `By hand: ${note}`,
    failed: (command) =>
      `«${command}» failed. Mend what it says, commit, and run  npm run upgrade  once more. dist/ is as it was.`,
    compared: (added, changed, removed) => `Beside dist/: ${added} new files, ${changed} changed, ${removed} gone.`,
    seeIt: (folder) => `See it:  npm run preview -- --out ${folder}\nPublish it:  npm run build`,
    goBack: (commit) => `Go back:  git reset --hard ${commit} && npm ci`,
  },
  fa: {
    merged: (release) => `${release} پیش‌تر به این پروژه پیوسته است؛ یک بار دیگر وارسی و ساخته می‌شود.`,
    merging: (release) => `${release} به پروژه پیوست. پرونده‌های خود شما دست نخوردند.`,
    conflicts: (release) => `${release} و شما سطرهای یکسانی از این پرونده‌ها را تغییر داده‌اید:`,
    afterConflicts: `هر پرونده را درست کنید و نشان بزنید:  git add FILE
سپس:  git commit --no-edit  و دوباره  npm run upgrade
یا برگردید:  git merge --abort`,
    byHand: (note) => `کاری برای شما: ${note}`,
    failed: (command) =>
      `«${command}» نشد. آنچه را می‌گوید درست و ثبت کنید و دوباره  npm run upgrade  را اجرا کنید. dist/ دست نخورده است.`,
    compared: (added, changed, removed) =>
      `در کنار dist/: ${fa(added)} پروندهٔ تازه، ${fa(changed)} تغییرکرده و ${fa(removed)} برداشته‌شده.`,
    seeIt: (folder) => `دیدن سایت:  npm run preview -- --out ${folder}\nانتشار:  npm run build`,
    goBack: (commit) => `بازگشت:  git reset --hard ${commit} && npm ci`,
  },
};

/** Advice for a file that both a release and the newsroom have changed. */
export function adviceFor(file: string): Readonly<Record<MessageLanguage, string>> {
  if (file === 'package-lock.json') {
    const command = 'git checkout --theirs package-lock.json && npm install';
    return {
      en: `Take the release’s and add your packages again:  ${command}`,
      fa: `از نسخهٔ تازه بردارید:  ${command}`,
    };
  }
  const command = `git checkout --theirs -- "${file}"`;
  if (file.startsWith('src/styles/'))
    return {
      en: `Take the release’s, and set your colours and styles in src/styles/own.css:  ${command}`,
      fa: `از نسخهٔ تازه بردارید و رنگ‌ها و سبک‌های خود را در src/styles/own.css بگذارید:  ${command}`,
    };
  if (/^src\/(?:components|layouts)\//.test(file))
    return {
      en: `Take the release’s, and put yours into src/custom/ under the same name:  ${command}`,
      fa: `از نسخهٔ تازه بردارید و مال خود را با همان نام در src/custom/ بگذارید:  ${command}`,
    };
  return {
    en: `Keep what you need of both; if in doubt, take the release’s:  ${command}`,
    fa: `آنچه را از هر دو می‌خواهید نگه دارید؛ اگر شک دارید، از نسخهٔ تازه بردارید:  ${command}`,
  };
}
