package grid

import (
	"bytes"
	"errors"
	"io"
	"testing"
	"testing/iotest"
)

// closing tells whether a reader was closed.
type closing struct {
	io.Reader
	closed bool
}

func (c *closing) Close() error { c.closed = true; return nil }

// What is read ahead is what stands there, to its end or to the fault of it. What is lost if not: the end of a long list.
func TestReadAhead(t *testing.T) {
	torn := errors.New("torn")
	for _, n := range []int{0, 1, chunkSize - 1, chunkSize, chunks*chunkSize + 7, 3*chunks*chunkSize + 1} {
		want := bytes.Repeat([]byte("0123456789"), n/10+1)[:n]
		for name, c := range map[string]struct {
			in  io.Reader
			end error
		}{
			"whole":      {bytes.NewReader(want), nil},
			"in halves":  {iotest.HalfReader(bytes.NewReader(want)), nil},
			"end at one": {iotest.DataErrReader(bytes.NewReader(want)), nil},
			"torn":       {io.MultiReader(bytes.NewReader(want), iotest.ErrReader(torn)), torn},
		} {
			in := &closing{Reader: c.in}
			a := readAhead(in)
			got, err := io.ReadAll(a)
			if !bytes.Equal(got, want) || !errors.Is(err, c.end) {
				t.Errorf("%s, %d bytes: got %d, %v", name, n, len(got), err)
			}
			if err := a.Close(); err != nil || !in.closed {
				t.Errorf("%s: %v, closed: %v", name, err, in.closed)
			}
		}
	}
}

// A part that is left before its end, as one that inflates to too much, holds nobody up.
func TestReadAheadIsLeft(t *testing.T) {
	in := &closing{Reader: bytes.NewReader(make([]byte, 10*chunks*chunkSize))}
	a := readAhead(in)
	if _, err := io.ReadFull(a, make([]byte, chunkSize/2)); err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil || !in.closed {
		t.Errorf("%v, closed: %v", err, in.closed)
	}
}
