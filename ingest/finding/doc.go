// Package finding is the vocabulary in which a fault of a return is told.
//
// A fault in a return is data: what was seen, at which cell, what the form of return
// asks for, and one thing the sender can do. Every stage of ingest makes findings, cmd
// prints them and load keeps them; so this package imports nothing of ours.
//
// A finding is worded in Vietnamese for the office that sent the return and in English
// for whoever helps them. Tests and filters use its Code, never its words.
package finding
