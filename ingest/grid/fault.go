package grid

import (
	"errors"
	"fmt"

	"tdkt/ingest/finding"
)

// fault is a fault of the file on its way up to Read, which makes it a finding.
type fault struct {
	code  finding.Code
	sheet string
	cell  string
	got   string
	mend  finding.Text // where it is another than the rule's
}

func (f *fault) Error() string {
	if f.cell != "" {
		return string(f.code) + " at " + f.cell + ": " + f.got
	}
	return string(f.code) + ": " + f.got
}

// The codes of this package.
const (
	codeUnreadable  finding.Code = "file-unreadable"
	codeEncrypted   finding.Code = "file-encrypted"
	codeEmpty       finding.Code = "file-empty"
	codeAmbiguous   finding.Code = "text-ambiguous" // a line that can be cut in two ways
	codeUnsupported finding.Code = "container-unsupported"
	// These stand beside a Book.
	codeAlphabet finding.Code = "text-alphabet"
	codeUnread   finding.Code = "text-unread"
	codeTwoWays  finding.Code = "text-two-readings"
	codeStray    finding.Code = "quotation-mark-stray"
	codeLost     finding.Code = "letters-lost"
)

// inSheet gives a fault the sheet in which it is.
func inSheet(name string, err error) error {
	if f := (*fault)(nil); errors.As(err, &f) {
		f.sheet = name
	}
	return err
}

// unreadable is a file that is broken: got says technically where and how.
func unreadable(format string, args ...any) *fault {
	return &fault{code: codeUnreadable, got: fmt.Sprintf(format, args...)}
}

// asFinding makes the finding of a fault of the file called name. What is wanted, and how to mend it where nothing about this
// file says better, stands in data/rules. Whatever is not a fault yet is a
// broken file too: everything here works on bytes in memory, so there is nobody else
// to blame.
func asFinding(name string, err error) finding.Finding {
	var f *fault
	if !errors.As(err, &f) {
		f = unreadable("%v", err)
	}
	severity := finding.Error
	switch f.code {
	case codeAlphabet:
		severity = finding.Query
	case codeUnread, codeTwoWays, codeStray, codeLost:
		severity = finding.Warning
	}
	return finding.Finding{
		Code:     f.code,
		At:       finding.Place{File: name, Sheet: f.sheet, Cell: f.cell},
		Severity: severity,
		Got:      f.got,
		Mend:     f.mend,
	}
}
