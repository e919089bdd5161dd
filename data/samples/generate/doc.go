// Command generate writes the made-up returns of data/samples and the figures that must come out of them.
//
// It first draws awards and tallies (plan20xx.go), then writes them as returns in the shapes that offices use
// (list.go, tally.go, head.go) and counts them by its own rules (truth.go). It shares no code with the pipeline:
// its own writers of files (workbook.go, container.go), its own counting, its own small table of who decides what (law.go);
// only the code charts of old alphabets are the same (data/codechart).
// Every name of a person is put together from lists of syllables (people.go); no real person is meant.
//
//	go run ./data/samples/generate DIR   # DIR is the folder data; two runs give the same bytes
package main
