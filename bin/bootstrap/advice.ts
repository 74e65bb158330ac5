/** A problem that the person at the keyboard can solve: told in words, without a stack. */
export class Advice extends Error {}
