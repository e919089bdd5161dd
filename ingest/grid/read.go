package grid

import "tdkt/ingest/finding"

// Read turns the content of a file into a Book. A fault of the file is a finding (the
// Book is then empty); err is a fault of ours.
func Read(name string, content []byte) (Book, []finding.Finding, error) {
	return Book{}, []finding.Finding{empty(name)}, nil
}

func empty(name string) finding.Finding {
	return finding.Finding{
		Code: "file-empty", At: finding.Place{File: name}, Severity: finding.Error,
	}
}
