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
	mend  finding.Text
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
	codeUnsupported finding.Code = "container-unsupported"
)

var wants = map[finding.Code]finding.Text{
	codeUnreadable: {
		VI: "tệp .xlsx hoặc .csv mở được",
		EN: "an .xlsx or .csv file that opens",
	},
	codeEncrypted: {
		VI: "tệp không đặt mật khẩu",
		EN: "a file without a password",
	},
	codeEmpty: {
		VI: "tệp có ít nhất một ô có dữ liệu",
		EN: "a file with at least one filled cell",
	},
	codeUnsupported: {
		VI: "tệp .xlsx hoặc .csv",
		EN: "an .xlsx or .csv file",
	},
}

var mends = map[finding.Code]finding.Text{
	codeUnreadable: {
		VI: "mở tệp bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi gửi lại",
		EN: "open the file in Excel or LibreOffice, save it again as .xlsx and send it again",
	},
	codeEncrypted: {
		VI: "bỏ mật khẩu của tệp rồi gửi lại",
		EN: "remove the password of the file and send it again",
	},
	codeEmpty: {
		VI: "kiểm tra lại tệp đã gửi: không có ô nào có dữ liệu",
		EN: "look at the file that was sent: no cell of it is filled",
	},
	codeUnsupported: {
		VI: "mở tệp, lưu thành .xlsx rồi gửi lại",
		EN: "open the file, save it as .xlsx and send it again",
	},
}

// unreadable is a file that is broken: got says technically where and how.
func unreadable(format string, args ...any) *fault {
	return &fault{code: codeUnreadable, got: fmt.Sprintf(format, args...)}
}

// asFinding words a fault of the file called name. Whatever is not a fault yet is a
// broken file too: everything here works on bytes in memory, so there is nobody else
// to blame.
func asFinding(name string, err error) finding.Finding {
	var f *fault
	if !errors.As(err, &f) {
		f = unreadable("%v", err)
	}
	mend := f.mend
	if mend == (finding.Text{}) {
		mend = mends[f.code]
	}
	return finding.Finding{
		Code:     f.code,
		At:       finding.Place{File: name, Sheet: f.sheet, Cell: f.cell},
		Severity: finding.Error,
		Got:      f.got,
		Want:     wants[f.code],
		Mend:     mend,
	}
}
