package layout_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
)

// The blank upload templates that provinces really use: each is a list, and none of its
// 552 rows of formulas is data.
func TestBlankTemplates(t *testing.T) {
	dir := os.Getenv("TDKT_CORPUS")
	if dir == "" {
		t.Skip("TDKT_CORPUS is not set: the folder of files that nobody on this project made")
	}
	if _, err := os.Stat(filepath.Join(dir, "vn")); err == nil {
		dir = filepath.Join(dir, "vn")
	}
	want := map[string]string{
		"CANHAN.xlsx/DANHSACH":               "danh_sach_ca_nhan data=0 A=ordinal B=name C=gender D=birth E=position F=workplace G=workplace H=workplace I=class J=form K=form",
		"CANHAN.xlsx/DANHMUC":                "no table; lookup",
		"TAPTHE.xlsx/DANHSACH":               "danh_sach_tap_the data=0 A=ordinal B=name C=class D=form E=form",
		"TAPTHE.xlsx/DANHMUC":                "no table; lookup",
		"MauTDKT_20231004.xlsx/file nhận":    "danh_sach_hon_hop data=0 A=ordinal B=salutation C=name D=position E=workplace F=kind G=form H=class I=activity R=lookup_code S=lookup_code T=lookup_code U=lookup_code",
		"MauTDKT_20231004.xlsx/HTKT":         "no table; hidden",
		"MauTDKT_20231004.xlsx/PLDT":         "no table; hidden",
		"MauTDKT_20231004.xlsx/LVHD":         "no table; hidden",
		"MauTDKT_20231004.xlsx/phan loai kt": "no table; hidden",
		"MauTDKT_20231004.xlsx/Hướng dẫn":    "danh_sach_hon_hop data=5 A=ordinal B=salutation C=name D=position E=workplace F=kind G=form H=class I=activity; instruction",
	}
	for _, file := range []string{"CANHAN.xlsx", "TAPTHE.xlsx", "MauTDKT_20231004.xlsx"} {
		content, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		book, faults, err := grid.Read(file, content)
		if err != nil || len(faults) > 0 {
			t.Fatal(file, faults, err)
		}
		for _, s := range book.Sheets {
			res := layout.Recognise(s, layouts(t), known)
			got := "no table"
			if res.Table != nil {
				n := 0
				for _, r := range res.Table.Rows {
					if r.Kind == layout.Data {
						n++
					}
				}
				got = fmt.Sprintf("%s data=%d %s", res.Table.Layout.Code, n, fields(res.Table))
			}
			if res.Hidden {
				got += "; hidden"
			}
			if res.Lookup {
				got += "; lookup"
			}
			if res.Instruction {
				got += "; instruction"
			}
			if got != want[file+"/"+s.Name] {
				t.Errorf("%s, sheet %s\n got %s\nwant %s", file, s.Name, got, want[file+"/"+s.Name])
			}
		}
	}
}
