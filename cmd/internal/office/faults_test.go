package office

import (
	"testing"

	"tdkt/ingest"
	"tdkt/ingest/finding"
)

// A register that cannot be read is no return, and the run must not look clean for that.
func TestFaultsOfARegister(t *testing.T) {
	for severity, want := range map[finding.Severity]bool{finding.Error: true, finding.Warning: false} {
		r := Received{Report: ingest.Report{Findings: []finding.Finding{{Severity: severity}}}}
		if r.Faults() != want {
			t.Errorf("%s: %v", severity, r.Faults())
		}
	}
}
