package main

func plan2022() []file { return nil }
