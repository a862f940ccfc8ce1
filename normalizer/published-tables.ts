/** The tables that are published, in the order in which they refer to each other. */
import { items } from './published-tables/items.ts';
import { communities, coverage, municipalities, sources } from './published-tables/lists.ts';
import { meetings } from './published-tables/meetings.ts';
import type { Table } from './published-tables/table.ts';

/** A table's key stands before whatever refers to it. */
export const TABLES: readonly Table[] = [communities, municipalities, sources, items, meetings, coverage];
