import type { Document } from 'domhandler';
import { byTag } from '../tags.ts';
import { childrenOf, replaceWith } from '../tree.ts';

/** Puts declarative shadow trees (`<template shadowrootmode>`) where a browser shows them. */
export function openShadowTrees(document: Document): void {
  for (const template of byTag(document, 'template')) {
    const { attribs } = template;
    if (attribs.shadowrootmode === undefined && attribs.shadowroot === undefined) continue;
    replaceWith(template, [...childrenOf(template)]);
  }
}
