import type { Document } from 'domhandler';
import { childrenOf, findElements, replaceWith } from '../tree.ts';

/** Puts declarative shadow trees (`<template shadowrootmode>`) where a browser shows them. */
export function openShadowTrees(document: Document): void {
  for (const template of findElements(document, (element) => element.name === 'template')) {
    const { attribs } = template;
    if (attribs.shadowrootmode === undefined && attribs.shadowroot === undefined) continue;
    replaceWith(template, [...childrenOf(template)]);
  }
}
