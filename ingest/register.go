package ingest

import (
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"tdkt/data"
	"tdkt/ingest/finding"
	"tdkt/ingest/grid"
	"tdkt/ingest/value"
)

// registerName is the intake register that may stand beside the returns.
const registerName = "so-nhan.csv"

// intake is what the register says of one file; places name the cells it was read from.
type intake struct {
	receivedOn   data.Date
	receivedText string // where it could not be read as a date
	receivedAt   string
	sender       string
	senderAt     string
	revises      string
	note         string
	registerFile string // name of the register, as findings name it
}

// register maps the name of a file, relative to the register, to its row.
type register map[string]intake

var registerColumns = map[string]string{
	"file": "file", "tep": "file", "ten tep": "file", "tap tin": "file",
	"received on": "received_on", "ngai nhan": "received_on", "ngay nhan": "received_on",
	"sender": "sender", "don vi gui": "sender", "noi gui": "sender",
	"revises": "revises", "thay cho": "revises", "thay the": "revises",
	"note": "note", "ghi chu": "note",
}

// readRegister reads so-nhan.csv; name is how findings name it.
func readRegister(name string, content []byte) (register, []finding.Finding, error) {
	book, faults, err := grid.Read(name, content)
	if err != nil || len(faults) > 0 || len(book.Sheets) == 0 {
		return nil, faults, err
	}
	out := register{}
	var fields map[int]string
	for _, row := range book.Sheets[0].Rows {
		if fields == nil {
			fields = registerHeader(row)
			continue
		}
		var in intake
		file := ""
		in.registerFile = name
		for _, c := range row.Cells {
			text := strings.TrimSpace(c.Text)
			switch place := grid.A1(row.No, c.Col); fields[c.Col] {
			case "file":
				file = text
			case "received_on":
				in.receivedAt = place
				if d, _, err := value.Date(c.Text, c.Kind == grid.Number); err == nil {
					in.receivedOn = d
				} else {
					in.receivedText = text
				}
			case "sender":
				in.sender, in.senderAt = text, place
			case "revises":
				in.revises = text
			case "note":
				in.note = text
			}
		}
		if file != "" {
			out[registerKey(file)] = in
		}
	}
	return out, nil, nil
}

// registerHeader gives the fields of the header row, nil where the row is none.
func registerHeader(row grid.Row) map[int]string {
	fields := map[int]string{}
	named := false
	for _, c := range row.Cells {
		f := registerColumns[data.Key(c.Text)]
		fields[c.Col] = f
		named = named || f == "file"
	}
	if !named {
		return nil
	}
	return fields
}

// registerKey makes one name of the spellings of a path.
func registerKey(name string) string {
	return norm.NFC.String(path.Clean(strings.ReplaceAll(name, `\`, "/")))
}
