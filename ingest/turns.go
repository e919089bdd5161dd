package ingest

import (
	"context"

	"golang.org/x/sync/semaphore"
)

// turns bounds the files that are being read, and those that are read and not yet written: by number, and by the memory
// that they may take together. A file that by itself takes more has the memory to itself. Readers go on while files are
// written, which comes in bursts.
type turns struct {
	readers *semaphore.Weighted
	files   *semaphore.Weighted
	memory  *semaphore.Weighted
}

// Memory of files in work, in bytes. A cell takes about 10 bytes in a packed workbook, 20 as
// text, and 150 as it is read, weighed and laid out for the warehouse.
const (
	turnsRoom = 640 << 20
	perFile   = 1 << 20
	perByte   = 24
	filesEach = 16 // files ahead of the writer, for each reader
)

func newTurns(workers int) turns {
	return turns{semaphore.NewWeighted(int64(workers)), semaphore.NewWeighted(int64(workers) * filesEach), semaphore.NewWeighted(turnsRoom)}
}

func weightOf(size int64) int64 {
	if size > turnsRoom/perByte {
		return turnsRoom
	}
	return min(perFile+perByte*size, turnsRoom)
}

// take waits for the turn of the next file, in order; false where the context ended.
func (t turns) take(ctx context.Context, size int64) bool {
	return t.files.Acquire(ctx, 1) == nil && t.memory.Acquire(ctx, weightOf(size)) == nil && t.readers.Acquire(ctx, 1) == nil
}

// read says that the file of a turn is read.
func (t turns) read() { t.readers.Release(1) }

// give ends a turn.
func (t turns) give(size int64) {
	t.memory.Release(weightOf(size))
	t.files.Release(1)
}
