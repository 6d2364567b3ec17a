import type { Paper } from '../domain/formats.ts';

/** Where letters are written on Letter. */
export const paperHere: Paper = /-(US|CA|MX|PH|CL|CO|VE)$/.test(navigator.language) ? 'letter' : 'a4';
