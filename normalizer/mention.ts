/** A meeting as one page tells of it, before the tellings of all pages are joined in `link/`. */
import type { Body } from '../scraper/index.ts';
import type { DocumentRole, MeetingStatus, Place } from './model.ts';

export interface Mention {
  body: Body;
  /** The body's name as the community writes it. */
  localName: string;
  /** The part of the community or the field that a committee is for; tells two committees of one body apart. */
  area?: string;
  title?: string;
  start: string;
  end?: string;
  precision: 'month' | 'day' | 'minute';
  place?: Place;
  participants?: { count: number; approximate: boolean };
  /** Only when words say so. */
  status?: MeetingStatus;
  /** The day it was first called for, when the text says that it was moved. */
  movedFrom?: string;
  documents: { url: string; title: string; role: DocumentRole }[];
  /** The words it was read from. */
  quote: string;
  /** 0..1 */
  confidence: number;
}
