package main

func plan2024() []file { return nil }
