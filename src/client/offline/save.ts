import { askWorker } from './messages.ts';
import { whatIsRead } from './what-is-read.ts';

const box = document.querySelector<HTMLElement>('[data-save]');
if (box && navigator.serviceWorker) {
  void navigator.serviceWorker.ready.then(({ active }) => active && offer(box, active));
}

async function offer(place: HTMLElement, worker: ServiceWorker): Promise<void> {
  const button = place.querySelector('button')!;
  const status = place.querySelector('[role=status]')!;
  const { url } = whatIsRead(false);
  let isSaved = false;
  const show = (now: boolean): void => {
    isSaved = now;
    button.querySelector('span')!.textContent = now ? place.dataset['undo']! : place.dataset['save']!;
    button.classList.toggle('is-saved', now);
  };
  show(await askWorker<boolean>(worker, { ask: 'isSaved', url }));
  place.dataset['ready'] = '';
  button.addEventListener('click', async () => {
    if (isSaved) {
      await askWorker(worker, { ask: 'forget', url });
      show(false);
      status.textContent = 'از ذخیره\u200Cها برداشته شد.';
    } else {
      const isDone = await askWorker<boolean>(worker, { ask: 'save', ...whatIsRead(true) });
      show(isDone);
      status.textContent = isDone ? 'ذخیره شد؛ بی\u200Cاینترنت هم خوانده می\u200Cشود.' : 'ذخیره نشد. دوباره بیازمایید.';
    }
  });
}
