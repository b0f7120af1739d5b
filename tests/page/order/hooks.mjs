//! Whoever imports Node's tests gets `shuffled.mjs` instead, which alone gets the real ones.

const OURS = new URL("./shuffled.mjs", import.meta.url).href;

/** Answers where a module is. */
export function resolve(specifier, context, next) {
  if (specifier === "node:test" && context.parentURL !== OURS) return { url: OURS, shortCircuit: true };
  return next(specifier, context);
}
