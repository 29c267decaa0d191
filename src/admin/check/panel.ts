import { formatNumber } from '../../core/text/persian.ts';
import { openDraft } from '../draft.ts';
import { openDialog } from '../dialog.ts';
import { checkFile, mendText, onDictionary } from './ask-worker.ts';
import type { CheckResult, Remark } from './check.ts';
import { diffLines } from './diff-lines.ts';
import { settings } from '../settings.ts';
import { adviceOn } from './advice.ts';
import { keepCheck } from './latest.ts';
import { labelOf, showPlace } from './show-place.ts';
import { applyText, openFile, openValues } from './open-file.ts';

/** What is wrong with the open entry and could be better, live, with mending by a click. */
export function checkControl(): unknown {
  const { h } = window;
  return window.createClass({
    getInitialState: () => ({ result: undefined, text: '' }),
    componentDidMount() {
      this['stop'] = onDictionary(() => (this['look'] as (isForced: boolean) => void)(true));
      (this['look'] as () => void)();
    },
    componentDidUpdate() {
      (this['look'] as () => void)();
    },
    componentWillUnmount() {
      keepCheck(undefined);
      (this['stop'] as () => void)();
      clearTimeout(this['timer'] as number);
    },
    look(isForced = false): void {
      clearTimeout(this['timer'] as number);
      this['timer'] = setTimeout(() => void (this['check'] as (isForced: boolean) => Promise<unknown>)(isForced), 300);
    },
    async check(isForced = false): Promise<CheckResult | undefined> {
      const file = openFile();
      if (!file) return undefined;
      if (!isForced && file.text === this['checked']) return this['checking'] as Promise<CheckResult>;
      this['checked'] = file.text;
      const result = await (this['checking'] = checkFile(file));
      if (this['checked'] === file.text) {
        this.setState({ result });
        keepCheck(result);
      }
      return result;
    },
    // What the build would refuse can be kept as a draft only.
    async isValid(): Promise<unknown> {
      if (openValues()['draft'] === true) return true;
      const result = await (this['check'] as () => Promise<CheckResult | undefined>)();
      const problems = result?.remarks.filter(({ isProblem }) => isProblem) ?? [];
      return (
        problems.length === 0 || {
          error: {
            message: `تا این ${formatNumber(problems.length)} اشکال هست، ${openDraft()?.collectionName === 'articles' ? 'تنها پیش‌نویس را می‌توان ذخیره کرد' : 'نمی‌توان ذخیره کرد'}.`,
          },
        }
      );
    },
    async mend(key?: string): Promise<void> {
      const file = openFile();
      if (!file) return;
      const mended = await mendText(file, key);
      if (mended === file.text) return;
      if (key !== undefined) return applyText(file.text, mended);
      openDialog({
        title: 'همه را درست کن',
        text: 'این تغییرها داده می‌شود؛ هیچ‌چیز تا «ذخیره» در پرونده نوشته نمی‌شود.',
        parts: [{ label: 'تغییرها', lines: diffLines(file.text, mended) }],
        actions: [
          { label: 'درست شود', run: () => applyText(file.text, mended), isMain: true },
          { label: 'انصراف', run: () => {} },
        ],
      });
    },
    render() {
      const result = this.state['result'] as CheckResult | undefined;
      const mend = (key?: string): void => void (this['mend'] as (key?: string) => Promise<void>)(key);
      if (!result) return h('div', { className: 'rooznegar-check', role: 'status' }, 'وارسی می‌شود…');
      const { remarks, words, minutes } = result;
      const problems = remarks.filter(({ isProblem }) => isProblem);
      const advice = adviceOn(openValues(), openDraft()?.collectionName === 'articles', settings.recent);
      const count = formatNumber;
      return h(
        'div',
        { className: 'rooznegar-check' },
        h(
          'p',
          { role: 'status', className: problems.length > 0 ? 'is-problem' : '' },
          problems.length > 0
            ? `${count(problems.length)} اشکال، ${count(remarks.length - problems.length)} پیشنهاد`
            : remarks.length > 0
              ? `بی‌اشکال، ${count(remarks.length)} پیشنهاد`
              : 'بی‌اشکال',
        ),
        openDraft()?.collectionName !== 'front' &&
          h(
            'p',
            { className: 'rooznegar-facts' },
            h('span', null, `${count(words)} واژه`),
            h('span', null, `خواندن: ${count(minutes)} دقیقه`),
            ...advice.facts.map((fact) => h('span', { key: fact }, fact)),
          ),
        h(
          'ul',
          null,
          ...advice.hints.map((hint) => h('li', { key: hint }, h('p', null, hint))),
          ...remarks.slice(0, 50).map((remark, index) => h(remarkOf, { key: `${index} ${remark.key}`, remark, mend })),
        ),
        remarks.some(({ isMendable }) => isMendable) &&
          h(
            'div',
            { className: 'rooznegar-actions' },
            h('button', { type: 'button', onClick: () => mend() }, 'همه را درست کن'),
          ),
      );
    },
  });
}

function remarkOf({ remark, mend }: { remark: Remark; mend: (key: string) => void }): unknown {
  const { h } = window;
  const { message, fix, isMendable, isProblem, key, place } = remark;
  const label = labelOf(place.field);
  return h(
    'li',
    { className: isProblem ? 'is-problem' : '' },
    h('p', null, message),
    fix !== '' && h('p', null, fix),
    isMendable && h('button', { type: 'button', onClick: () => mend(key) }, 'درست کن'),
    label !== undefined &&
      h(
        'button',
        { type: 'button', className: 'rooznegar-place', onClick: () => showPlace(place) },
        `نشانم بده در «${label}»`,
      ),
  );
}
