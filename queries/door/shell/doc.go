// Package shell is what tdkt sql opens without a statement: a plain prompt with history on the
// published copy, or, where the input is no terminal, a reader of statements that stops at the
// first fault and names its line.
package shell
