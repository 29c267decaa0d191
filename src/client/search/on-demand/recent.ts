const key = 'recent-searches';
const most = 8;

/** Recent questions of this reader, newest first. They are kept in this browser only. */
export function recentQuestions(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(list) ? list.filter((each) => typeof each === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Keep a question. */
export function keepQuestion(question: string): void {
  const words = question.trim();
  store([words, ...recentQuestions().filter((each) => each !== words)].slice(0, most));
}

/** Forget all questions. */
export function forgetQuestions(): void {
  store([]);
}

function store(list: readonly string[]): void {
  try {
    if (list.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(list));
  } catch {
    // Without storage, nothing is kept.
  }
}
