import type { MessageLanguage } from '../core/problems/problem.ts';
import type { KilledBuild } from './cache/build-marker.ts';

/** Sentences in which builds report the state of the machine and of the site. */
interface Sentences {
  /** The state in which a build leaves the site if the machine prevents it from finishing. */
  unchanged(out: string): string;
  unfinished(out: string): string;
  published(out: string): string;
  /** The previous build was killed. */
  killed(build: KilledBuild): string;
  /** The machine has less memory, in megabytes, than a first build takes. */
  littleMemory(available: number, needed: number): string;
  /** A web server can't read the site. */
  ownersAlone(out: string): string;
}

const number = (value: number, language: MessageLanguage): string =>
  value.toLocaleString(language === 'fa' ? 'fa-IR' : 'en-US');
/** Whether the heap was near Node's limit: above half of it at the last check, since the rest fills within seconds. */
const isNearLimit = ({ heap, heapLimit, memory }: KilledBuild): boolean => heap > heapLimit / 2 && heapLimit < memory;

/**
 * Whether lack of memory is the likely reason. Otherwise other programs may have used it, or a user killed the build.
 */
const isLikely = (build: KilledBuild): boolean => build.peak > build.memory / 2 || isNearLimit(build);

/** Sentences of builds, by language. */
export const sentencesOfBuilds: Readonly<Record<MessageLanguage, Sentences>> = {
  en: {
    unchanged: (out) => `${out} is unchanged.`,
    unfinished: (out) => `${out} was being published: the next build finishes it.`,
    published: (out) => `${out} holds the new site, but the cache for the next build could not be written.`,
    killed: (build) =>
      `The last build was killed${build.phase === '' ? '' : ` in the phase «${build.phase}»`}, with ${number(build.peak, 'en')} MB of this machine’s ${number(build.memory, 'en')} MB in use, ${isLikely(build) ? 'most likely' : 'perhaps'} because memory ran out: give it more${isNearLimit(build) ? `, by NODE_OPTIONS=--max-old-space-size=${build.heapLimit * 2}` : ''}, or share the work among machines (docs/operations.md).`,
    littleMemory: (available, needed) =>
      `This build may use ${number(available, 'en')} MB of memory, and a first build takes some ${number(needed, 'en')} MB: if it is killed, give it more, or build elsewhere (docs/operations.md).`,
    ownersAlone: (out) =>
      `${out} may be read by its owner alone, so that a web server of another user can’t show it: chmod -R a+rX ${out}`,
  },
  fa: {
    unchanged: (out) => `${out} دست‌نخورده ماند.`,
    unfinished: (out) => `${out} داشت منتشر می‌شد: ساخت بعدی آن را به پایان می‌رساند.`,
    published: (out) => `سایت تازه در ${out} است؛ آنچه ساخت بعدی باید از آن بداند نگه داشته نشد.`,
    killed: (build) =>
      `ساخت پیشین${build.phase === '' ? '' : ` در مرحلهٔ «${build.phase}»`} کشته شد، با ${number(build.peak, 'fa')} مگابایت از ${number(build.memory, 'fa')} مگابایت حافظهٔ این دستگاه، ${isLikely(build) ? 'به احتمال زیاد' : 'شاید'} چون حافظه تمام شده بود: حافظهٔ بیشتری به آن بدهید${isNearLimit(build) ? `، با NODE_OPTIONS=--max-old-space-size=${build.heapLimit * 2}` : ''}، یا کار را میان چند دستگاه بخش کنید (docs/operations.md).`,
    littleMemory: (available, needed) =>
      `این ساخت ${number(available, 'fa')} مگابایت حافظه دارد و نخستین ساخت نزدیک ${number(needed, 'fa')} مگابایت می‌خواهد: اگر کشته شد، حافظهٔ بیشتری به آن بدهید یا جای دیگری بسازید (docs/operations.md).`,
    ownersAlone: (out) =>
      `${out} را تنها مالکش می‌تواند بخواند و وب‌سروری با کاربر دیگر آن را نشان نمی‌دهد: chmod -R a+rX ${out}`,
  },
};
