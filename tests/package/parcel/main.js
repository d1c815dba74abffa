import "plumbline-assessment/define";
