package main

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/sync/errgroup"
)

// howMany cells are changed, and the least of each field where the samples hold that many. With -short, as under the
// race detector, a tenth.
func howMany() (changes, leastEach int) {
	if testing.Short() {
		return 20, 2
	}
	return 200, 20
}

// TestMutationOfAnyCellTurnsTheTruthRed guards the guard: were the truth test blind to some field or some shape of
// return, a wrong figure there would be published in green. One cell of one return is changed to another valid
// value, that return is read again beside all the others, the two public tables are made anew with all that they need,
// and they are compared with the truth as TestEveryFigureOfTheTruth does.
func TestMutationOfAnyCellTurnsTheTruthRed(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: it reads the samples again and again")
	}
	want := map[string][][]string{}
	for table := range truths {
		want[table] = truthOf(t, table)
	}
	ctx := context.Background()
	first, err := newBench(ctx, t.TempDir(), originals(t))
	if err != nil {
		t.Fatal(err)
	}
	defer first.db.Close()
	if wrong := mustWrong(t, first, want); len(wrong) > 0 {
		t.Fatalf("%d rows differ from the truth before any cell is changed: nothing can turn red", len(wrong))
	}
	rewritten, err := newBench(ctx, t.TempDir(), resaved(t, originals(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer rewritten.db.Close()
	if wrong := mustWrong(t, rewritten, want); len(wrong) > 0 {
		t.Fatalf("saving the workbooks again without a change gives other figures, so that a change proves nothing:\n%s", strings.Join(wrong[:min(len(wrong), 20)], "\n"))
	}

	drawn := draw(t, candidates(t, first.db, first.files), rand.New(rand.NewPCG(2, 200)))
	results := make([]outcome, len(drawn))
	var work errgroup.Group
	half := halfOf(drawn)
	for i, b := range []*bench{first, rewritten} {
		part := drawn[:half]
		into := results[:half]
		if i == 1 {
			part, into = drawn[half:], results[half:]
		}
		work.Go(func() error {
			for n, c := range part {
				var err error
				if into[n], err = b.try(ctx, c, want); err != nil {
					return fmt.Errorf("%s: %w", c, err)
				}
			}
			return nil
		})
	}
	if err := work.Wait(); err != nil {
		t.Fatal(err)
	}
	judge(t, drawn, results)
}

// judge names the cells whose change went unseen and holds the mix.
func judge(t *testing.T, drawn []change, results []outcome) {
	t.Helper()
	changes, _ := howMany()
	accepted, seen := 0, map[string]int{}
	for i, c := range drawn {
		r := results[i]
		seen[c.field]++
		if r.wrong == 0 {
			t.Errorf("%s: no figure moved", c)
		}
		for _, red := range r.red {
			t.Errorf("%s: a model test is red: %s", c, red)
		}
		if r.accepted {
			accepted++
		} else {
			t.Logf("%s: the return is not accepted (%s)", c, r.status)
		}
	}
	t.Logf("%d changes %v, of which %d in returns that stay accepted", len(drawn), seen, accepted)
	if len(drawn) != changes {
		t.Errorf("%d cells were changed, want %d", len(drawn), changes)
	}
	if accepted < changes*9/10 {
		t.Errorf("only %d of %d changed returns are accepted: refusals move figures too, but show little", accepted, len(drawn))
	}
}

// halfOf is where the second worker begins: at the first change of a file, near the middle.
func halfOf(drawn []change) int {
	at := len(drawn) / 2
	for at < len(drawn) && at > 0 && drawn[at].file == drawn[at-1].file {
		at++
	}
	return at
}

// draw takes the cells: leastEach of every field at least, the rest by turns, each field going round the files.
func draw(t *testing.T, all []change, dice *rand.Rand) []change {
	t.Helper()
	byField := map[string][]change{}
	for _, c := range all {
		byField[c.field] = append(byField[c.field], c)
	}
	fields := slices.Sorted(maps.Keys(byField))
	changes, leastEach := howMany()
	share := changes / len(fields)
	var drawn, rest []change
	for _, f := range fields {
		turns := roundTheFiles(byField[f], dice)
		n := min(share, len(turns))
		if n < min(leastEach, len(byField[f])) {
			t.Errorf("%s: %d cells drawn of %d, want %d", f, n, len(byField[f]), leastEach)
		}
		drawn, rest = append(drawn, turns[:n]...), append(rest, turns[n:]...)
		t.Logf("%s: %d cells could be changed", f, len(turns))
	}
	dice.Shuffle(len(rest), func(i, j int) { rest[i], rest[j] = rest[j], rest[i] })
	drawn = append(drawn, rest[:min(len(rest), changes-len(drawn))]...)
	slices.SortFunc(drawn, func(a, b change) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.sheet, b.sheet), cmp.Compare(a.cell, b.cell))
	})
	return drawn
}

// roundTheFiles shuffles cells and takes one of each file in turn, so that no file has most of them.
func roundTheFiles(cells []change, dice *rand.Rand) []change {
	byFile := map[string][]change{}
	for _, c := range cells {
		byFile[c.file] = append(byFile[c.file], c)
	}
	files := slices.Sorted(maps.Keys(byFile))
	dice.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
	for _, f := range files {
		of := byFile[f]
		dice.Shuffle(len(of), func(i, j int) { of[i], of[j] = of[j], of[i] })
	}
	var turns []change
	for n := 0; len(turns) < len(cells); n++ {
		for _, f := range files {
			if n < len(byFile[f]) {
				turns = append(turns, byFile[f][n])
			}
		}
	}
	return turns
}
