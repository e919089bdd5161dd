package main

func plan2023() []file { return nil }
