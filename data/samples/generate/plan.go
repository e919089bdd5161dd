package main

import (
	"fmt"
	"sort"
)

// part is one return inside a file.
type part struct {
	sheet string
	shape string
	unit  string // under which the obligation and the list's awards stand
	list  *list
	table *table
	rolls *decisions // a register of decisions
	role  string     // "" counts, "control", "superseded", "proposal"
	// round is the part of the return that the head states, such as "đợt 1": a unit sends one return a round
	round string
	// period and year of the obligation; "" = the year of the head
	period string
}

// file is one file of the folder returns, or in an archive there: "2021/goi.zip/bieu.xlsx".
type file struct {
	path      string
	parts     []part
	semicolon bool
	typing    typing
	received  day
	sender    string
	revises   string
	note      string
}

const (
	people = "danh_sach_ca_nhan"
	bodies = "danh_sach_tap_the"
	mixed  = "danh_sach_hon_hop"
	f0603  = "bieu_0603"
	mau02  = "mau_02"
	mau01  = "mau_01"
	f0602  = "bieu_0602"
	mau03  = "mau_03"
	stateM = "mau_02_nha_nuoc"
	rolled = "so_quyet_dinh"
)

// plan is every generated return, by year.
func plan() []file {
	var all []file
	for _, year := range []func() []file{plan2021, plan2022, plan2023, plan2024, plan2025, planKinds, plan2026, planLists, planShapes, planVendor} {
		all = append(all, year()...)
	}
	return append(all, planRegisters(all)...)
}

func listOf(shape, unitCode string, l list) []part {
	return []part{{sheet: "Danh sách", shape: shape, unit: unitCode, list: &l}}
}

func tableOf(shape, sheet, unitCode string, t table) []part {
	return []part{{sheet: sheet, shape: shape, unit: unitCode, table: &t}}
}

// awardHead is the head of a list of awards that gives its decision in the rows.
func awardHead(u unit, year int, what string, dated day, place string) head {
	return head{from: u, year: year, title: fmt.Sprintf("DANH SÁCH %s ĐƯỢC KHEN THƯỞNG NĂM %d", what, year),
		sub: reportNo(fmt.Sprint(100+dated.d*7+dated.m), u.short, dated), dated: dated, place: place}
}

func byUnit(code string) unit {
	u, ok := units[code]
	if !ok {
		panic("no unit " + code)
	}
	return u
}

// Decisions of the province and the state, one a year; the numbers are made up.
func province(year int) (string, day) {
	return fmt.Sprintf("%d/QĐ-UBND", 2900+year%100*7), day{year, 11, 18}
}
func premier(year int) (string, day) {
	return fmt.Sprintf("%d/QĐ-TTg", 1200+year%100*11), day{year, 10, 14}
}
func state(year int) (string, day) {
	return fmt.Sprintf("%d/QĐ-CTN", 800+year%100*13), day{year, 9, 9}
}

// of gives batches their decision: the state's and the province's, else the office's own.
func of(year int, own string, ownOn day, batches ...batch) []batch {
	for i := range batches {
		b := &batches[i]
		if b.decNo != "" {
			continue
		}
		switch forms[b.form].level {
		case "nha_nuoc":
			b.decNo, b.decOn = state(year)
			if b.form == "bk_thu_tuong" || b.form == "cstd_toan_quoc" || b.form == "co_chinh_phu" {
				b.decNo, b.decOn = premier(year)
			}
		case "tinh":
			b.decNo, b.decOn = province(year)
		default:
			b.decNo, b.decOn = own, ownOn
		}
	}
	return batches
}

// byPlace orders awards by workplace, as lists that group by workplace are.
func byPlace(awards []award) []award {
	sort.SliceStable(awards, func(i, j int) bool { return awards[i].place() < awards[j].place() })
	return awards
}
