# LTI: the words of login and launch.
