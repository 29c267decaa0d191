import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const articles = defineCollection({
  loader: glob({ base: 'src/content/news', pattern: '**/*.md', generateId: ({ entry }) => slugOf(entry) }),
  schema: z.object({
    title: z.string(),
    date: z.coerce.date(),
    tags: z.array(z.string()),
    source: z.string(),
    lead: z.string().optional(),
    summary: z.string().optional(),
  }),
});

export const collections = { articles };

function slugOf(file: string): string {
  return file.split('/').at(-1)!.replace(/\.md$/, '');
}
