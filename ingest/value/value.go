package value

import (
	"errors"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"tdkt/data"
)

// The kinds of nonsense. Callers choose the finding by errors.Is; each function says
// which of them it gives.
var (
	ErrCell       = errors.New("an error value of the workbook")         // #REF!, #N/A, a formula without its value
	ErrNotNumber  = errors.New("not a number")                           // words, units, too many digits
	ErrNotWhole   = errors.New("not a whole number")                     // 1,5
	ErrNegative   = errors.New("below nought")                           // -3
	ErrHuge       = errors.New("more than can be counted")               // 311712009, a date whose strokes were read as ones
	ErrAmbiguous  = errors.New("can be read in two ways")                // x in a column of counts; 1,000 as text
	ErrIncomplete = errors.New("a part of the date is missing")          // 12/2024 where a day is asked for
	ErrImpossible = errors.New("a date that is not in the calendar")     // 31/02/2024, 12/25/2024
	ErrUnknown    = errors.New("not one of the words or forms expected") // anything else
)

// clean makes text comparable: composed letters, one kind of space, no invisible marks,
// trimmed. Signs and accents stay.
func clean(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == '\u200b', r == '\u200e', r == '\u200f', r == '\u2060', r == '\ufeff':
			return -1
		}
		return r
	}, norm.NFC.String(text))
	return strings.Join(strings.Fields(text), " ")
}

// signs is clean with the dashes, quotation marks and full-width forms that people type for one another made one.
func signs(text string) string { return strings.Map(data.Sign, clean(text)) }

// cellErrors are the error values of spreadsheets.
var cellErrors = []string{
	"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA",
	"#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!",
}

// IsCellError tells text that is an error value, or a formula whose value was never
// stored.
func IsCellError(text string) bool {
	text = strings.TrimSpace(text)
	if len(text) > 1 && text[0] == '=' {
		return true
	}
	for _, e := range cellErrors {
		if strings.EqualFold(text, e) {
			return true
		}
	}
	return strings.HasPrefix(text, "Err:5") // as LibreOffice writes it
}
