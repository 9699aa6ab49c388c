"""The forbedringsplan: few, decided things that outlive the exercise they came of."""
